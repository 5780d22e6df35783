@procedure @failover
Feature: 4. Fail over from Chassis "B" to Chassis "A"

  All connections move from the Active Chassis "B" to Chassis "A", which has the hotfix.

  Scenario: 4.0 What this part needs
    Given the Security Group is ready for part 4

  Scenario: 4.1 Chassis "A" carries
    Given [4.A] I connect to the command line on the Active Chassis "B"
    And [4.B] I log in to the Expert mode on the Active Chassis "B"
    When [4.C] I set the state of the Active Chassis "B" to "down"

  Scenario: 4.2 Nothing else has changed
    Then nothing but what part 4 changes has changed
