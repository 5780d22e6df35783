@procedure @chassisB
Feature: 5. Install on the former Active Chassis "B"

  Chassis "B" is Down since the fail-over. Its SGMs get the hotfix and reboot, and it comes back as Standby. Chassis "A"
  carries all the time.

  Scenario: 5.0 What this part needs
    Given the Security Group is ready for part 5

  Scenario: 5.1 Chassis "B" is out of service
    Given [5.A] I connect to the command line on the Standby Chassis "B"
    And [5.B] I log in to the Expert mode on the Standby Chassis "B"
    When [5.C] I set the state of the Standby Chassis "B" to "down"

  Scenario: 5.2 The hotfix is installed from an SGM of Chassis "B"
    Given [5.D] I connect to one of the SGMs in the Standby Chassis "B"
    And [5.E] I go to the Gaia gClish on the Standby Chassis "B"
    When [5.F] I install the CPUSE hotfix package on the Standby Chassis "B"
    Then [5.G] I exit from Gaia gClish to the Expert mode on the Standby Chassis "B"
    And [5.H] the SGMs on the Standby Chassis "B" reboot and come back

  Scenario: 5.3 Chassis "B" is back in service
    When [5.I] I set the state of the Standby Chassis "B" to "up"
    Then [5.J] the SGMs on the Chassis "B" are in the state "UP"

  Scenario: 5.4 The hotfix is proven on Chassis "B"
    Then [5.K] the hotfix is installed on all SGMs of the Chassis "B"

  Scenario: 5.5 Nothing else has changed
    Then nothing but what part 5 changes has changed

  Scenario: 5.6 The hotfix is proven on every SGM of the Security Group
    Then the hotfix is installed on every SGM of the Security Group, and nobody updated the CPUSE Agent
