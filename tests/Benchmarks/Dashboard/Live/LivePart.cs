using System.Diagnostics;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>
/// Two hundred viewers of the live page, one of them a real Chromium, while ten submissions a second change what it shows: what
/// that costs the server, and how long after it was sent a change is on the screen.
/// </summary>
internal static class LivePart
{
    private const int Viewers = 200;
    private const int SignIns = 20;
    private static readonly TimeSpan duration = TimeSpan.FromSeconds(20);

    public static async Task Run(BenchedSystem benched, IBrowser browser, DashboardSettings settings)
    {
        var system = benched.System;
        var tokens = await benched.MakeTokens(SignIns);
        var arrivals = await Arrivals.Prepare(system);
        await arrivals.Send(duration / 4);
        DashboardBenchmark.Say($"| {Arrivals.ASecond} changes a second | server, cores of 2 | drawings a second | kB a second | on the screen after | p95 |");
        DashboardBenchmark.Say($"| --- | --- | --- | --- | --- | --- |");
        var unwatched = await Cores(system, () => arrivals.Send(duration));
        DashboardBenchmark.Say($"| nobody watches | {unwatched:0.00} | | | | |");

        var screen = await Screen.Open(system, browser, tokens[0]);
        await Measure("one browser", system, arrivals, screen, []);
        await MeasureMany($"{Viewers} viewers, one sign-in", system, arrivals, screen, tokens[..1]);
        await MeasureMany($"{Viewers} viewers, {SignIns} sign-ins", system, arrivals, screen, tokens);
        await screen.Close();
    }

    private static async Task MeasureMany(string name, RunningSystem system, Arrivals arrivals, Screen screen, string[] tokens)
    {
        var (resident, watch) = (system.ResidentBytes, Stopwatch.StartNew());
        await using var audience = await Audience.Open(system.Address, tokens, Viewers - 1);
        var opened = watch.Elapsed;
        await Measure(name, system, arrivals, screen, audience.Viewers);
        var each = (system.ResidentBytes - resident) / 1024.0 / audience.Viewers.Count;
        var idle = await Cores(system, () => Task.Delay(duration / 2));
        DashboardBenchmark.Say($"| the same, nothing arrives (all opened in {opened.TotalSeconds:0} s, {each:0} KiB each) | {idle:0.00} | | | | |");
    }

    private static async Task Measure(string name, RunningSystem system, Arrivals arrivals, Screen screen, IReadOnlyList<Viewer> viewers)
    {
        var before = await screen.Settled();
        var (drawings, bytes, own) = (viewers.Sum(viewer => viewer.Drawings), viewers.Sum(viewer => viewer.Bytes), OwnTime());
        var watch = Stopwatch.StartNew();
        IReadOnlyList<double> sent = [];
        var cores = await Cores(system, async () => sent = await arrivals.Send(duration));
        var seconds = watch.Elapsed.TotalSeconds;
        var ownCores = (OwnTime() - own).TotalSeconds / seconds;
        var delays = (await screen.DelaysOf(sent, before)).Order().ToList();
        if (viewers.Any(viewer => !viewer.IsThere))
            throw new InvalidOperationException("A viewer was lost on the way.");
        DashboardBenchmark.Say(
            $"| {name} | {cores:0.00} (viewers {ownCores:0.00}) | {(viewers.Sum(viewer => viewer.Drawings) - drawings) / seconds:0} | {(viewers.Sum(viewer => viewer.Bytes) - bytes) / 1000.0 / seconds:0} | {DashboardBenchmark.At(delays, 0.5):0} ms | {DashboardBenchmark.At(delays, 0.95):0} ms |");
    }

    private static async Task<double> Cores(RunningSystem system, Func<Task> during)
    {
        var (before, watch) = (system.ProcessorTime, Stopwatch.StartNew());
        await during();
        return (system.ProcessorTime - before) / watch.Elapsed;
    }

    private static TimeSpan OwnTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
