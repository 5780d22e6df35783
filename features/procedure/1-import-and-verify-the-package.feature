@procedure @preliminary
Feature: 1. Import and verify the package

  The CPUSE offline package, or the exported package, is brought to the Security Group, imported on every SGM, and every
  SGM says that it can be installed. Nothing here touches the traffic.

  Scenario: 1.0 What this part needs, and the notes of the vendor's page
    Given the Security Group is ready for part 1
    Then it runs the release of the target file, and commands run in the context of VS0
    And the First Time Configuration Wizard was run on every SGM, and no SGM skips the audit questions
    And every SGM has the same CPUSE Agent, which is never updated

  Scenario: 1.1 The package is on the Chassis
    Given [1.A] I have the CPUSE offline package or the exported CPUSE package
    When [1.B] I transfer the package to the Chassis

  Scenario: 1.2 The package is imported on every SGM
    Given [1.C] I connect to the command line on each chassis
    And [1.D] I log in to Gaia Clish
    And [1.E] I go to Gaia gClish
    When [1.F] I import the CPUSE package from the hard disk
    Then [1.G] the imported CPUSE packages show it on every SGM

  Scenario: 1.3 The package can be installed on every SGM
    Then [1.H] the imported CPUSE package can be installed on this Chassis

  Scenario: 1.4 Nothing else has changed
    Then nothing but what part 1 changes has changed
