package io.seikyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever goes wrong with a request, the key it carried is not written anywhere. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "axon.axonserver.enabled=false")
@ExtendWith(OutputCaptureExtension.class)
class KeysInLogsIT {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization : Bearer sk_admin",
                "Authorization: Bearer sk_admin\u0001",
                "Authorization: Bearer sk_admin",
            })
    void keepsKeysOutOfTheLogHoweverTheyAreSent(String header, CapturedOutput output) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET /v1/failure HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
        }
        assertThat(output.getAll()).doesNotContain("sk_admin");
    }
}
