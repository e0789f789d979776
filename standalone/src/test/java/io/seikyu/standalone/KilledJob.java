package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** A job whose program is killed again and again while it works on it. */
final class KilledJob {
    private KilledJob() {}

    /** Waits until the only job got further, and a moment more. */
    static void killWhenFurther(SeikyuProcess seikyu, Random random) throws InterruptedException {
        int before = done(seikyu);
        while (done(seikyu) == before) {
            Thread.sleep(20);
        }
        Thread.sleep(random.nextInt(400));
        seikyu.kill();
    }

    private static int done(SeikyuProcess seikyu) {
        return seikyu.get("/v1/jobs?limit=1").at("/items/0/done").asInt(0);
    }

    /** What became of each row, in their order, each once. */
    static List<JsonNode> rowsWhenDone(SeikyuProcess seikyu, String job) throws InterruptedException {
        while (!seikyu.get("/v1/jobs/" + job).get("status").asString().equals("DONE")) {
            Thread.sleep(100);
        }
        List<JsonNode> rows = all(seikyu, "/v1/jobs/" + job + "/rows");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).get("row").asInt()).isEqualTo(i + 1);
        }
        return rows;
    }

    /** All pages of a list. */
    static List<JsonNode> all(SeikyuProcess seikyu, String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = seikyu.get(path + "?limit=500" + cursor);
            page.get("items").forEach(all::add);
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : null;
        } while (cursor != null);
        return all;
    }
}
