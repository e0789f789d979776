package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How far the payers of the samples are trusted, after all that they paid, and why. */
final class CreditStory {
    private final As admin;
    private final Consumer<String> progress;

    CreditStory(As admin, Consumer<String> progress) {
        this.admin = admin;
        this.progress = progress;
    }

    List<Screened> run() {
        Samples samples = new Samples();
        Set<String> payers = new LinkedHashSet<>();
        samples.accounts()
                .forEach(account -> payers.add(account.get("accountId").asString()));
        for (JsonNode signal : samples.signals()) {
            ObjectNode body = (ObjectNode) signal.deepCopy();
            String payer = body.remove("accountId").asString();
            admin.postOnce("signal-" + payer + "-" + body.get("kind").asString(), signals(payer), body);
        }
        List<Screened> screened = new ArrayList<>();
        for (String payer : payers) {
            JsonNode answer = admin.post("/v1/accounts/" + payer + "/screenings", java.util.Map.of());
            screened.add(Screened.of(payer, answer));
        }
        progress.accept(
                screened.size() + " payers screened, after " + samples.signals().size() + " signals");
        return screened;
    }

    private static String signals(String payer) {
        return "/v1/accounts/" + payer + "/signals";
    }

    /** What a screening answered. */
    record Screened(
            String payer,
            String grade,
            String score,
            String limit,
            String exposure,
            String points,
            List<String> measures,
            List<String> reasons,
            List<String> alternatives) {
        static Screened of(String payer, JsonNode answer) {
            List<String> points = new ArrayList<>();
            answer.get("points")
                    .properties()
                    .forEach(part ->
                            points.add(part.getKey() + " " + part.getValue().asString()));
            return new Screened(
                    payer,
                    answer.get("grade").asString(),
                    answer.path("score").asString(""),
                    answer.get("creditLimit").asString(),
                    answer.get("exposure").asString(),
                    String.join(", ", points),
                    texts(answer.get("measures")),
                    texts(answer.get("reasons")),
                    texts(answer.get("alternatives")));
        }

        private static List<String> texts(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asString)
                    .toList();
        }
    }
}
