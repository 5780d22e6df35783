@procedure @imageCloning
Feature: 2. Switch SMO Image Cloning off

  While the SGMs differ on purpose, a rebooted SGM must not take the old packages back from the SMO.

  Scenario: 2.0 What this part needs
    Given the Security Group is ready for part 2

  Scenario: 2.1 SMO Image Cloning is off on every SGM
    Given [2.A] I connect to the command line on the Security Group
    And [2.B] I go to Gaia gClish, if the default shell is the Expert mode
    And [2.C] I examine the state of the SMO Image Cloning feature
    When [2.D] I disable the SMO Image Cloning feature, if it is enabled
    Then [2.E] the SMO Image Cloning feature is off on every SGM

  Scenario: 2.2 Nothing else has changed
    Then nothing but what part 2 changes has changed
