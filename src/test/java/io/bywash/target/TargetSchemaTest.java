package io.bywash.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.group.Release;
import io.bywash.terminal.Algorithms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class TargetSchemaTest {
    private final TargetSchema schema = new TargetSchema();

    @Test
    void every_key_is_described() {
        assertThat(places(""))
                .allSatisfy(place -> assertThat(
                                schema.about(place).path("description").asString(""))
                        .as(place)
                        .endsWith("."));
    }

    @Test
    void every_key_has_an_example() {
        assertThat(places(""))
                .allSatisfy(
                        place -> assertThat(schema.about(place).path("examples").size())
                                .as(place)
                                .isPositive());
    }

    @Test
    void no_map_takes_a_key_that_is_not_described() {
        assertThat(places("").stream().filter(place -> !schema.keys(place).isEmpty()))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(schema.breaches(in(place)))
                        .as(place)
                        .anyMatch(breach -> breach.rule().equals("additionalProperties")));
    }

    @Test
    void the_releases_are_those_that_are_known() {
        List<String> releases = new ArrayList<>();
        schema.about("/release").path("enum").forEach(release -> releases.add(release.asString()));

        assertThat(releases)
                .containsExactlyElementsOf(
                        Arrays.stream(Release.values()).map(Release::toString).toList());
    }

    @Test
    void the_old_algorithms_are_those_that_are_known() {
        List<String> names = new ArrayList<>();
        schema.about("/oldAlgorithms/0").path("enum").forEach(name -> names.add(name.asString()));

        assertThat(names).containsExactlyElementsOf(Algorithms.OLD);
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void a_wait_is_described_with_its_bounds(Wait wait) {
        assertThat(schema.about(wait.place()).path("description").asString()).contains(wait.bounds());
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void the_example_of_a_wait_is_what_it_is_when_left_out(Wait wait) {
        String example = schema.about(wait.place()).path("examples").path(0).asString();

        assertThat(DurationText.read(example)).contains(wait.usual());
    }

    @Test
    void a_wait_stands_for_every_key_of_patience() {
        assertThat(schema.keys("/patience").stream().map(key -> "/patience/" + key))
                .containsExactlyElementsOf(
                        Arrays.stream(Wait.values()).map(Wait::place).toList());
    }

    private List<String> places(String map) {
        List<String> places = new ArrayList<>();
        for (String key : schema.keys(map)) {
            places.add(map + "/" + key);
            places.addAll(places(map + "/" + key));
        }
        return places;
    }

    /** A document with nothing but an unheard-of key at a place. */
    private static JsonNode in(String place) {
        var json = tools.jackson.databind.node.JsonNodeFactory.instance;
        JsonNode document = json.objectNode().put("unheardOf", 1);
        for (String map = place; !map.isEmpty(); map = Place.parent(map)) {
            document = json.objectNode().set(Place.last(map), document);
        }
        return document;
    }
}
