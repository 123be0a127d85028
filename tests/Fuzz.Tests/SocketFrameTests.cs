using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using CsCheck;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>The frames under graphql-transport-ws, spoilt byte by byte as no library would send them.</summary>
public sealed class SocketFrameTests(FuzzedSystem fuzzed)
{
    private const byte Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9;

    private static readonly byte[][] conversations =
    [
        [
            .. Frame(Text, """{"type":"connection_init"}"""u8),
            .. Frame(Text, """{"id":"1","type":"subscribe","payload":{"query":"{ orgUnit(id: \"230404\") { name } }"}}"""u8),
            .. Frame(Ping, "are you there"u8),
        ],
        [
            .. Frame(Text, """{"type":"connection"""u8, isLast: false), .. Frame(Ping, ""u8), .. Frame(Continuation, "_init\"}"u8),
            .. Frame(Text, """{"id":"2","type":"subscribe","payload":{"query":"subscription { indicatorChanged(orgUnits: [\"230404\"]) { value } }"}}"""u8),
            .. Frame(Text, """{"id":"2","type":"complete"}"""u8),
        ],
        [.. Frame(Text, """{"type":"ping"}"""u8), .. Frame(Binary, [0, 1, 2, 255])],
        [.. Frame(Text, """{"type":"connection_init"}"""u8), .. Frame(Close, [0x03, 0xe8, .. "enough"u8])],
    ];

    /// <summary>Ours and the protocol's own; not 1011 or 4500, which say that something broke here.</summary>
    private static readonly int[] named = [1000, 1001, 1002, 1003, 1005, 1007, 1009, 4400, 4401, 4403, 4408, 4409, 4429];

    [Fact]
    public async Task Spoilt_frames_are_answered_or_end_the_connection_and_nothing_breaks()
    {
        await Spoilt.Of(conversations).SampleAsync(Send, iter: Spoilt.Tries / 4, threads: 2, print: Convert.ToHexString);
        await fuzzed.AssertServes();
    }

    /// <summary>Sends all of it, says that no more will come, and reads until the server ends the connection.</summary>
    private async Task Send(byte[] frames)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(fuzzed.System.Http.Timeout);
        using var client = new TcpClient();
        await client.ConnectAsync(fuzzed.System.Address.Host, fuzzed.System.Address.Port, limit.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {fuzzed.System.Address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"), limit.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(frames, limit.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (Exception end) when (end is IOException or SocketException)
        {
            // It was cut off while something was still on its way; what came before is looked at all the same.
        }

        Look(answer.ToArray());
    }

    private static void Look(byte[] answer)
    {
        var head = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return;
        Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(answer, 0, head), StringComparison.Ordinal);
        var at = head + 4;
        while (answer.Length - at >= 2)
        {
            var (opcode, length) = (answer[at] & 0x0f, (long)(answer[at + 1] & 0x7f));
            at += 2;
            if (length == 126 && answer.Length - at >= 2)
                (length, at) = (BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(at)), at + 2);
            else if (length == 127 && answer.Length - at >= 8)
                (length, at) = (BinaryPrimitives.ReadInt64BigEndian(answer.AsSpan(at)), at + 8);
            if (answer.Length - at < length)
                return;
            var payload = answer.AsSpan(at, (int)length);
            if (opcode == Text)
                FuzzedSystem.AssertOwnFault(Encoding.UTF8.GetString(payload));
            if (opcode == Close && length >= 2)
                Assert.Contains(BinaryPrimitives.ReadUInt16BigEndian(payload), named.Select(code => (ushort)code));
            at += (int)length;
        }
    }

    /// <summary>A client's frame: masked, as the protocol asks of clients.</summary>
    private static byte[] Frame(byte opcode, ReadOnlySpan<byte> payload, bool isLast = true)
    {
        byte[] mask = [0x37, 0xfa, 0x21, 0x3d];
        var frame = new List<byte> { (byte)((isLast ? 0x80 : 0) | opcode) };
        if (payload.Length < 126)
            frame.Add((byte)(0x80 | payload.Length));
        else
            frame.AddRange([0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length]);
        frame.AddRange(mask);
        for (var i = 0; i < payload.Length; i++)
            frame.Add((byte)(payload[i] ^ mask[i % 4]));
        return [.. frame];
    }
}
