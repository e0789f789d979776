package io.seikyu.standalone;

import static io.seikyu.standalone.CreditScene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.standalone.RunningSeikyu.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;

/** Who sees what of a payer's credit: every question there is, asked with the keys of a client company. */
@Timeout(300)
class CreditSecrecyIT {
    private static final String SECRET = "帝国調査報告書";
    private static final String[] WITHHELD = {
        SECRET,
        "\"17.3\"",
        "ANTI_SOCIAL",
        "as1",
        "\"points\"",
        "signal-recorded",
        "signal-judged",
        "credit-screened",
        "JUDGE_SIGNAL",
        "BUREAU_SCORE"
    };

    @TempDir
    private static Path data;

    private static CreditScene scene;

    private static final Set<String> known = new TreeSet<>();

    @BeforeAll
    static void twoClientCompanies() {
        scene = new CreditScene(RunningSeikyu.on(data));
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.seikyu.close();
        }
    }

    @Test
    void aClientCompanySeesReasonsAndNeitherScoresNorSuspicions() {
        scene.payer("seen");
        scene.contract("seen", "seen-c", "AGENT");
        scene.issued("seen", 0);
        scene.signal(
                "seen",
                scene.operator,
                "BUREAU_SCORE",
                "\"signalId\": \"sc1\", \"source\": \"" + SECRET + "\", \"value\": \"17.3\"");
        JsonNode screened = scene.screen("seen", "{}");
        Reply refused = scene.signalReply("seen", scene.operator, "ANTI_SOCIAL", "\"source\": \"x\"");
        assertThat(refused.code()).isEqualTo("not-for-this-role");
        scene.signal(
                "seen",
                scene.credit,
                "ANTI_SOCIAL",
                "\"signalId\": \"as1\", \"source\": \"" + SECRET + "\", \"note\": \"" + SECRET + "\"");
        scene.await("/v1/accounts/seen", account -> account.get("onHold").booleanValue());
        assertThat(scene.get(scene.person, "/v1/accounts/seen").get("grade").stringValue())
                .as("a suspicion refuses nobody")
                .isEqualTo(screened.get("grade").stringValue());

        assertThat(scene.judge(scene.credit, "seen", "as1", "CONFIRMED").code()).isEqualTo("four-eyes");
        assertThat(scene.judge(scene.operator, "seen", "as1", "CONFIRMED").status())
                .isEqualTo(403);
        Reply judged = scene.judge(scene.otherCredit, "seen", "as1", "CONFIRMED");
        assertThat(judged.status()).as(judged.body()).isEqualTo(200);
        scene.await(
                "/v1/accounts/seen",
                account -> account.get("grade").stringValue().equals("DECLINED"));
        assertThat(scene.judge(scene.otherCredit, "seen", "as1", "DISMISSED").code())
                .isEqualTo("signal-judged");

        for (String key : List.of(scene.person, scene.system)) {
            JsonNode account = scene.get(key, "/v1/accounts/seen");
            assertThat(texts(account.get("creditReasons"))).containsExactly("GENERAL_ASSESSMENT");
            assertThat(scene.status(key, "/v1/accounts/seen/credit")).isEqualTo(403);
            assertThat(scene.status(key, "/v1/companies/8345678900023/exposure"))
                    .isEqualTo(403);
        }
        Map<String, String> seen = new TreeMap<>();
        for (String key : List.of(scene.person, scene.system)) {
            everyAnswer(key).forEach((path, answer) -> {
                seen.put(path, answer);
                assertThat(answer).as(path).doesNotContain(WITHHELD);
            });
        }
        assertThat(seen.keySet())
                .as("what a client company may ask is asked, and answered")
                .contains(
                        "/v1/accounts",
                        "/v1/accounts/seen",
                        "/v1/approvals",
                        "/v1/contracts/seen-c",
                        "/v1/invoices/seen-i0",
                        "/v1/events?after=-1",
                        "/v1/audit/streams/minato/account/seen");
        assertThat(seen.get("/v1/events?after=-1")).contains("account.grade-given");
        // the same walk with an auditor's key meets what is withheld: the test can fail
        Set<String> met = everyAnswer(scene.auditor).entrySet().stream()
                .filter(answer -> answer.getValue().contains("ANTI_SOCIAL"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(met).contains("/v1/accounts/seen/credit", "/v1/audit/streams/minato/account/seen");
        // and what is withheld there is there
        assertThat(scene.body(scene.credit, "/v1/accounts/seen/credit?atLeast=" + judged.position()))
                .contains(SECRET, "\"17.3\"", "ANTI_SOCIAL", "CONFIRMED");
        assertThat(scene.body(scene.auditor, "/v1/audit/streams/minato/account/seen"))
                .contains("signal-judged", "\"points\"");
    }

    /** Of every question that this key may ask, with every id there is; without parameters and with telling ones. */
    private static Map<String, String> everyAnswer(String key) {
        Map<String, String> answers = new TreeMap<>();
        for (String pattern : questions()) {
            for (String path : addresses(pattern)) {
                Reply reply = scene.seikyu.send("GET", path, key, null);
                assertThat(reply.status()).as(path).isLessThan(500);
                if (reply.status() == 200) {
                    answers.put(path, reply.body());
                }
            }
        }
        return answers;
    }

    private static Set<String> questions() {
        return scene.seikyu.routes().getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/v1/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> addresses(String pattern) {
        Set<String> addresses = new TreeSet<>();
        for (String id : ids()) {
            addresses.add(pattern.replaceAll("\\{\\*[^}]+}", "/" + id)
                    .replaceAll("\\{[^}]+}", id)
                    .replace("//", "/"));
        }
        if (pattern.equals("/v1/events")) {
            addresses.add(pattern + "?after=-1");
        } else if (pattern.equals("/v1/audit/events")) {
            for (String filter : List.of(
                    "limit=500",
                    "type=account.signal-recorded",
                    "type=account.signal-judged",
                    "type=account.credit-screened",
                    "stream=minato/account/seen")) {
                addresses.add(pattern + "?" + filter);
            }
        } else if (pattern.equals("/v1/tasks") || pattern.equals("/v1/approvals")) {
            addresses.add(pattern + "?state=");
            addresses.add(pattern + "?kind=JUDGE_SIGNAL");
        }
        return addresses;
    }

    /** Ids that the agency knows, its own internal ones among them. */
    private static Set<String> ids() {
        if (known.isEmpty()) {
            known.addAll(List.of("seen", "seen-c", "seen-i0", "as1", "sc1", "8345678900023"));
            known.add("minato/account/seen");
            for (JsonNode task : scene.get(scene.credit, "/v1/tasks?state=").get("items")) {
                known.add(task.get("taskId").stringValue());
                known.add("minato/task/" + task.get("taskId").stringValue());
            }
        }
        return known;
    }
}
