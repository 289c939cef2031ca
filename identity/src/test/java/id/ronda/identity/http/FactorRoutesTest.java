package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.identity.factor.TestingAuthenticator;
import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorRoutesTest {

    private static final String FACTOR = "/api/v1/me/second-factor";

    private TestingApi api;
    private TestingApi.Asker budi;

    @BeforeEach
    void start(@TempDir Path folder) {
        api = new TestingApi(folder);
        budi = api.person("budi", "operator");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static String code(String code) {
        return "{'code': '" + code + "'}";
    }

    private TestingAuthenticator begin() {
        JsonNode enrolment = budi.post(FACTOR, "{}").json();
        assertThat(enrolment.get("uri").textValue())
                .isEqualTo("otpauth://totp/Ronda%3Abudi?secret="
                        + enrolment.get("secret").textValue() + "&issuer=Ronda");
        assertThat(enrolment.get("qr").textValue())
                .isEqualTo(QrSvg.of(enrolment.get("uri").textValue()));
        return new TestingAuthenticator(new Secret(enrolment.get("secret").textValue()), api.identity.clock);
    }

    private TestingAuthenticator enrol() {
        TestingAuthenticator telephone = begin();
        var confirmed = budi.post(FACTOR + "/confirm", code(telephone.code()));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        api.identity.clock.advance(Duration.ofSeconds(30));
        return telephone;
    }

    private TestingApi.Reply secondStep(String code) {
        String pending = api.enter("budi").json().get("pending").textValue();
        return api.stranger().post("/api/v1/session/code", "{'pending': '" + pending + "', 'code': '" + code + "'}");
    }

    @Test
    void code_letsInOnce() {
        TestingAuthenticator telephone = enrol();
        String code = telephone.code();

        var in = secondStep(code);
        assertThat(in.status()).isEqualTo(200);
        assertThat(api.session(in.session())
                        .get("/api/v1/me")
                        .json()
                        .get("name")
                        .textValue())
                .isEqualTo("budi");
        assertThat(secondStep(code).status()).isEqualTo(401);
        api.identity.clock.advance(Duration.ofSeconds(30));
        assertThat(secondStep(telephone.code()).status()).isEqualTo(200);
    }

    @Test
    void recoveryCode_letsInOnce_andIsCounted() {
        TestingAuthenticator telephone = begin();
        JsonNode codes =
                budi.post(FACTOR + "/confirm", code(telephone.code())).json().get("recoveryCodes");
        assertThat(codes).hasSize(10);
        String first = codes.get(0).textValue();

        assertThat(secondStep(first.replace("-", "")).status()).isEqualTo(200);
        assertThat(secondStep(first).status()).isEqualTo(401);
        assertThat(budi.get(FACTOR).text()).isEqualTo("{\"on\":true,\"recoveryCodesLeft\":9}");
    }

    @Test
    void beforeItIsConfirmed_nothingChanges() {
        begin();

        assertThat(budi.get(FACTOR).text()).isEqualTo("{\"on\":false,\"recoveryCodesLeft\":0}");
        var wrong = budi.post(FACTOR + "/confirm", code("000000"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.fields()).containsExactly("/code");
        assertThat(wrong.text()).contains("is wrong, or was used before", "kode salah");
        assertThat(api.enter("budi").json().get("signedIn").booleanValue()).isTrue();
    }

    @Test
    void itIsRenewedAndEndedWithACode() {
        TestingAuthenticator telephone = enrol();
        assertThat(budi.post(FACTOR, "{}").text()).contains("cannot be done with this");
        JsonNode fresh = budi.post(FACTOR + "/recovery-codes", code(telephone.code()))
                .json()
                .get("recoveryCodes");

        assertThat(budi.post(FACTOR + "/remove", "{}").fields()).containsExactly("/code");
        assertThat(budi.post(FACTOR + "/remove", code(telephone.code())).status())
                .as("that code was used")
                .isEqualTo(422);
        assertThat(budi.post(FACTOR + "/remove", code(fresh.get(9).textValue())).status())
                .isEqualTo(204);
        assertThat(api.enter("budi").json().get("signedIn").booleanValue()).isTrue();
    }

    @Test
    void anAdministratorEndsThatOfAnother_neverHisOwn() {
        enrol();
        var admin = api.person("ani", "admin");
        String path = "/api/v1/users/" + api.identity.number("select id from identity.account where name = 'budi'")
                + "/second-factor";
        String own = "/api/v1/users/" + api.identity.number("select id from identity.account where name = 'ani'")
                + "/second-factor";

        assertThat(budi.delete(path).status()).isEqualTo(403);
        assertThat(admin.delete(own).status()).isEqualTo(422);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.delete(path).status()).isEqualTo(404);
        assertThat(budi.get(FACTOR).status()).as("his sessions ended").isEqualTo(401);
        assertThat(api.enter("budi").json().get("signedIn").booleanValue()).isTrue();
    }

    @Test
    void aTokenHasNoSecondFactor() {
        assertThat(api.administrator().get(FACTOR).status()).isEqualTo(403);
        assertThat(api.administrator().post(FACTOR, "{}").status()).isEqualTo(403);
        assertThat(api.stranger().post(FACTOR, "{}").status()).isEqualTo(401);
    }
}
