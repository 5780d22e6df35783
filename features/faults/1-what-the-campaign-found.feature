@faults
Feature: What the fault campaign found

  Every scenario is a way in which a run once broke a promise. They run on embedded groups only: in "mvn test", and those
  that are @long with the fault campaign.

  Scenario: A different build under the same name is found by the second run, too
    Given an embedded Security Group that was never worked on
    And the fault "different build stored" on an SGM of Chassis "A"
    When part 1 is run, and run again if it does not pass
    Then no run has passed
    And every promise was kept

  @long
  Scenario: An installation that hangs on the SGM where it was ordered is not watched without end
    Given an embedded Security Group that is ready for part 3
    And the fault "install hangs" on an SGM of Chassis "A"
    When part 3 is run, and run again if it does not pass
    Then no run has passed
    And every promise was kept

  @long
  Scenario: A group that nobody can see any more is not said to have failed
    Given an embedded Security Group that is ready for part 3
    And the fault "link black-holed" while an installation is under way
    When part 3 is run, and run again if it does not pass
    Then the first run is "not proven"
    And every promise was kept
