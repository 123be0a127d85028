using System.Globalization;
using System.Net.Sockets;
using System.Text;
using EduAnalytics.Gateway.Tests.Schema;
using static EduAnalytics.Gateway.Tests.Ingest.IngestClient;

namespace EduAnalytics.Gateway.Tests.Ingest;

/// <summary>Streams that are not sent in one go; over a plain socket, since HTTP libraries read no answer before the end.</summary>
public sealed class OpenStreamTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Middle = "230404-no12-middle";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_at_an_empty_line_while_the_stream_stays_open()
    {
        using var socket = await Open("open");
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);

        await Send(socket, Enrolled(Middle, "o1") + "\n\n");
        var first = await NextAnswer(reader);
        await Send(socket, Enrolled(Middle, "o2") + "\n\n");
        var second = await NextAnswer(reader);

        Assert.Contains("\"submissionId\":\"open-1\",\"school\":\"230404-no12-middle\",\"accepted\":1", first, StringComparison.Ordinal);
        Assert.Contains("\"submissionId\":\"open-3\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_stream_that_breaks_off_the_unfinished_part_is_not_sent()
    {
        using (var socket = await Open("cut-off"))
        {
            using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
            await Send(socket, Enrolled(Middle, "k1") + "\n\n");
            await NextAnswer(reader);
            await Send(socket, Enrolled(Middle, "k2") + "\n");
            socket.LingerState = new LingerOption(true, 0);
        }

        var whole = await server.Ingest("enrolment", "cut-off", Enrolled(Middle, "k1"), "", Enrolled(Middle, "k2"), Enrolled(Middle, "k3"));

        // Had the broken stream's rest become a submission, the name would now come with other content and be refused.
        Assert.Equal(1, whole.Summary().GetProperty("duplicate").GetInt32());
        Assert.Equal(2, whole.Summary().GetProperty("accepted").GetInt32());
    }

    private async Task<TcpClient> Open(string name)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, Stop);
        var head = $"POST /ingest/enrolment?submission={name} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
        return socket;
    }

    private static async Task Send(TcpClient socket, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var chunk = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{body.Length:x}\r\n")).Concat(body).Concat("\r\n"u8.ToArray());
        await socket.GetStream().WriteAsync(chunk.ToArray(), Stop);
    }

    /// <summary>The next line of an answer, past the header and the sizes of chunks.</summary>
    private static async Task<string> NextAnswer(StreamReader reader)
    {
        while (true)
            if (await reader.ReadLineAsync(Stop) is { } line && line.StartsWith('{'))
                return line;
    }
}
