@procedure @chassisA
Feature: 3. Install on the Standby Chassis "A"

  Chassis "A" is taken out, its SGMs get the hotfix and reboot, and it comes back as Standby. Chassis "B" carries all the
  time.

  Scenario: 3.0 What this part needs
    Given the Security Group is ready for part 3

  Scenario: 3.1 Chassis "A" is out of service
    Given [3.A] I connect to the command line on the Standby Chassis "A"
    And [3.B] I log in to the Expert mode on the Standby Chassis "A"
    When [3.C] I set the state of the Standby Chassis "A" to "down"

  Scenario: 3.2 The hotfix is installed from an SGM of Chassis "A"
    Given [3.D] I connect to one of the SGMs in the Standby Chassis "A"
    And [3.E] I go to the Gaia gClish on the Standby Chassis "A"
    When [3.F] I install the CPUSE hotfix package on the Standby Chassis "A"
    Then [3.G] I exit from Gaia gClish to the Expert mode on the Standby Chassis "A"
    And [3.H] the SGMs on the Standby Chassis "A" reboot and come back

  Scenario: 3.3 Chassis "A" is back in service
    When [3.I] I set the state of the Standby Chassis "A" to "up"
    Then [3.J] the SGMs on the Chassis "A" are in the state "UP"

  Scenario: 3.4 The hotfix is proven on Chassis "A"
    Then [3.K] the hotfix is installed on all SGMs of the Chassis "A"

  Scenario: 3.5 Nothing else has changed
    Then nothing but what part 3 changes has changed
