using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Gateway;

/// <summary>
/// The multi-year comparison as leadership asks for it (ten districts, five years, four indicators), by turns: the same
/// bytes as a constant, the answer kept, a client that holds it, and the answer made anew each time.
/// </summary>
internal static class GatewayBenchmark
{
    private const string Query =
        "query ($of: ID!, $indicators: [ID!]!, $from: Period, $to: Period) { comparison(childrenOf: $of, indicators: $indicators, from: $from, to: $to) "
        + "{ periods series { orgUnit { id name } indicator { code } points { period value numerator denominator basis status change } } } }";

    private static readonly string[] indicators = ["fitness.excellent_good_rate", "fitness.pass_rate", "fitness.participation_rate", "dropout.rate"];

    public static async Task Run(GatewaySettings settings)
    {
        var directory = Directory.CreateTempSubdirectory("edu-bench-").FullName;
        try
        {
            var port = RunningSystem.FreePort();
            using var server = Start(port, directory);
            await WaitUntilReady(server);
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(10) };
            var city = new LoadedCity(http);
            await city.Register();
            foreach (var records in settings.Records)
            {
                await city.FillTo(records);
                await Measure(http, directory, records, settings);
            }

            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task Measure(HttpClient http, string directory, long records, GatewaySettings settings)
    {
        var body = JsonSerializer.Serialize(new
        {
            query = Query,
            variables = new { of = BulkApi.City, indicators, from = $"{LoadedCity.FirstYear}", to = $"{LoadedCity.FirstYear + LoadedCity.Years - 1}" },
        });
        var (answer, tag) = await Settled(http, body);
        using (var constant = new ByteArrayContent(answer))
            (await http.PutAsync(new Uri("/constant", UriKind.Relative), constant)).EnsureSuccessStatusCode();
        var scripts = Scripts.Write(directory, body, tag);
        var (asConstant, kept, held, made) = (new List<Sent>(), new List<Sent>(), new List<Sent>(), new List<Sent>());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var measured = (
                await Send(http, "/constant", scripts.Same, settings.Seconds),
                await Send(http, "/graphql", scripts.Same, settings.Seconds),
                await Send(http, "/graphql", scripts.Held, settings.Seconds),
                await Send(http, "/graphql", scripts.EverNew, settings.Seconds));

            // The first round warms up.
            if (round == 0)
                continue;
            asConstant.Add(measured.Item1);
            kept.Add(measured.Item2);
            held.Add(measured.Item3);
            made.Add(measured.Item4);
        }

        Say($"{records:N0} student records, {answer.Length:N0} bytes an answer, 16 connections, median of {settings.Rounds} rounds of {settings.Seconds} s in turns");
        Say($"  {"",-34} {"requests/s",12} {"of constant",12} {"median ms",10} {"p99 ms",10} {"CPU ms each",12} {"kB each",9}");
        Row("the same bytes as a constant", asConstant, asConstant);
        Row("answer kept", kept, asConstant);
        Row("answer held by the client (304)", held, asConstant);
        Row("answer made anew", made, asConstant);
    }

    /// <summary>The districts' rows travel a moment after the last line was acknowledged: the answer that does not change any more.</summary>
    private static async Task<(byte[] Answer, string Tag)> Settled(HttpClient http, string body)
    {
        using var asked = JsonDocument.Parse(body);
        var query = Uri.EscapeDataString(asked.RootElement.GetProperty("query").GetString()!);
        var variables = Uri.EscapeDataString(asked.RootElement.GetProperty("variables").GetRawText());
        var address = new Uri($"/graphql?query={query}&variables={variables}", UriKind.Relative);
        var tag = "";
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (true)
        {
            using var answer = await http.GetAsync(address);
            var now = answer.Headers.ETag?.ToString() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            if (now == tag)
                return (await answer.Content.ReadAsByteArrayAsync(), address.OriginalString + "\n" + tag);
            tag = now;
            await pause.WaitForNextTickAsync();
        }
    }

    /// <summary>Sends for so many seconds, and tells what the server spent for each request.</summary>
    private static async Task<Sent> Send(HttpClient http, string path, string script, int seconds)
    {
        var before = await ServerWork.Ask(http);
        var load = await Wrk.Run(new Uri(http.BaseAddress!, path), script, seconds);
        var spent = (await ServerWork.Ask(http)).Since(before);
        return new Sent(load, spent.ProcessorMs / load.Requests, spent.AllocatedBytes / 1_000.0 / load.Requests);
    }

    private static void Row(string what, List<Sent> sent, List<Sent> constants)
    {
        var shares = sent.Zip(constants, (one, constant) => one.Load.PerSecond / constant.Load.PerSecond);
        Say($"  {what,-34} {Median(sent.Select(one => one.Load.PerSecond)),12:N0} {Median(shares),12:P0} {Median(sent.Select(one => one.Load.MedianMs)),10:0.00} {Median(sent.Select(one => one.Load.P99Ms)),10:0.00} {Median(sent.Select(one => one.ProcessorMs)),12:0.000} {Median(sent.Select(one => one.Kilobytes)),9:0}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static Process Start(int port, string directory)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                typeof(GatewayBenchmark).Assembly.Location, ServedGateway.Name, port.ToString(CultureInfo.InvariantCulture), Path.Combine(directory, "data"),
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
    }

    private static async Task WaitUntilReady(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == ServedGateway.Ready)
            {
                _ = server.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <param name="ProcessorMs">The server's processor time a request.</param>
    /// <param name="Kilobytes">What it allocated a request.</param>
    private readonly record struct Sent(Load Load, double ProcessorMs, double Kilobytes);
}
