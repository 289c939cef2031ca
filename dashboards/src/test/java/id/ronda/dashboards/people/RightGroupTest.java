package id.ronda.dashboards.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.Messages;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightGroupTest {

    @ParameterizedTest
    @EnumSource(Right.class)
    void everyRight_isInOneGroup(Right right) {
        assertThat(Arrays.stream(RightGroup.values())
                        .filter(group -> group.rights().contains(right)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(RightGroup.class)
    void everyGroup_hasAName_andRightsInTheirOrder(RightGroup group) {
        assertThat(group.rights()).isNotEmpty().isSorted();
        for (Language language : Language.values()) {
            assertThat(Messages.of(language).find(group.key())).isPresent();
        }
    }

    @Test
    void choices_showWhatIsChosenOrOffered() {
        var choices = new RightChoices(Set.of(Right.USER_WRITE), Set.of(Right.USER_READ, Right.DEVICE_READ));

        assertThat(choices.of(RightGroup.PEOPLE)).containsExactly(Right.USER_READ, Right.USER_WRITE);
        assertThat(choices.of(RightGroup.INCIDENTS)).isEmpty();
    }

    @Test
    void choices_offerWhatTheReaderHas() {
        assertThat(RightChoices.of(Set.of(), Caller.Service.ofServer("test")).offered())
                .containsExactlyInAnyOrder(Right.values());
        assertThat(RightChoices.of(Set.of(Right.EXPORT), Caller.nobody()).offered())
                .isEmpty();
    }
}
