using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>graphql-transport-ws with messages that no client of it sends.</summary>
public sealed class SocketTests(FuzzedSystem fuzzed)
{
    private static readonly string[] messages =
    [
        """{"type":"connection_init","payload":{"authToken":"x"}}""",
        """{"type":"ping","payload":{"a":[1,2]}}""",
        """{"type":"pong"}""",
        """{"id":"1","type":"subscribe","payload":{"query":"subscription S($u: ID!) { indicatorChanged(orgUnit: $u) { value } }","variables":{"u":"230404"},"operationName":"S"}}""",
        """{"id":"2","type":"subscribe","payload":{"query":"{ orgUnit(id: \"230404\") { name } }","extensions":{}}}""",
        """{"id":"1","type":"complete"}""",
    ];

    [Fact]
    public async Task A_spoilt_message_is_answered_or_ends_the_socket_by_a_code_that_has_a_name()
    {
        await Spoilt.Of(messages).Array[1, 5].SampleAsync(Converse, iter: Spoilt.Tries / 4, threads: 2, print: sent => string.Join('\n', sent.Select(Spoilt.Show)));
        await fuzzed.AssertServes();
    }

    /// <summary>After the spoilt ones a ping, which any socket that still stands answers.</summary>
    private async Task Converse(byte[][] spoilt)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(new Uri(fuzzed.System.Address, "/graphql")) { Scheme = "ws" }.Uri, cancelled);
        try
        {
            await socket.SendAsync("""{"type":"connection_init"}"""u8.ToArray(), WebSocketMessageType.Text, true, cancelled);
            foreach (var message in spoilt)
                await socket.SendAsync(message, WebSocketMessageType.Text, true, cancelled);
            await socket.SendAsync("""{"type":"ping","payload":{"last":true}}"""u8.ToArray(), WebSocketMessageType.Text, true, cancelled);
        }
        catch (WebSocketException)
        {
            // Closed before all was said; what for is read below.
        }

        var buffer = new byte[1 << 20];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            try
            {
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), cancelled);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
            }
            catch (WebSocketException) when (spoilt.Any(message => !Utf8.IsValid(message)))
            {
                // The protocol itself ends it (1007), and what was sent after resets the connection under the close frame.
                return;
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                Assert.True((int)socket.CloseStatus!.Value is 1003 or 1007 or 1009 or 4400 or 4401 or 4403 or 4409 or 4429, $"closed by {socket.CloseStatus} {socket.CloseStatusDescription}");
                return;
            }

            var text = Encoding.UTF8.GetString(buffer, 0, length);
            FuzzedSystem.AssertOwnFault(text);
            if (text.Contains("pong", StringComparison.Ordinal) && text.Contains("\"last\":true", StringComparison.Ordinal))
                return;
        }
    }
}
