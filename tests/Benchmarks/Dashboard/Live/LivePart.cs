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
        await arrivals.Send(duration / 2);
        DashboardBenchmark.Say($"| the live page, {Arrivals.ASecond} submissions a second | server, cores of two | drawings a second | kB a second | on the screen after, median | p95 |");
        DashboardBenchmark.Say($"| --- | --- | --- | --- | --- | --- |");
        await Measure("nobody watches", system, arrivals, null, []);
        var screen = await Screen.Open(system, browser, tokens[0]);
        await Measure("one browser", system, arrivals, screen, []);
        var (shared, own) = (
            await MeasureMany($"{Viewers} viewers, one sign-in", system, arrivals, screen, tokens[..1]),
            await MeasureMany($"{Viewers} viewers, {SignIns} sign-ins", system, arrivals, screen, tokens));
        await screen.Close();
        DashboardBenchmark.Say($"\nOpening and memory: {shared} with one sign-in, {own} with {SignIns}.");
    }

    /// <returns>How long opening them took, and what each costs the server in memory.</returns>
    private static async Task<string> MeasureMany(string name, RunningSystem system, Arrivals arrivals, Screen screen, string[] tokens)
    {
        var (resident, watch) = (system.ResidentBytes, Stopwatch.StartNew());
        await using var audience = await Audience.Open(system.Address, tokens, Viewers - 1);
        var (opened, each) = (watch.Elapsed, (system.ResidentBytes - resident) / 1024.0 / audience.Viewers.Count);
        await Measure(name, system, arrivals, screen, audience.Viewers);
        var before = Spending.SoFar(system, audience.Viewers);
        await Task.Delay(duration / 2);
        Row("the same, nothing arrives", Spending.SoFar(system, audience.Viewers).Since(before), []);
        return FormattableString.Invariant($"{audience.Viewers.Count} viewers in {opened.TotalSeconds:0} s, {each:0} KiB each");
    }

    /// <param name="screen">Where the delay is measured; null for nowhere.</param>
    private static async Task Measure(string name, RunningSystem system, Arrivals arrivals, Screen? screen, IReadOnlyList<Viewer> viewers)
    {
        var shown = screen is null ? 0 : await screen.Settled();
        var before = Spending.SoFar(system, viewers);
        var sent = await arrivals.Send(duration);
        var spent = Spending.SoFar(system, viewers).Since(before);
        IReadOnlyList<double> delays = screen is null ? [] : await screen.DelaysOf(sent, shown);
        if (viewers.Any(viewer => !viewer.IsThere))
            throw new InvalidOperationException("A viewer was lost on the way.");
        Row(name, spent, [.. delays.Order()]);
    }

    private static void Row(string name, Spending spent, List<double> delays)
    {
        var cells = spent.Drawings == 0 ? "|  |  |" : FormattableString.Invariant($"| {spent.DrawingsASecond:0} | {spent.KilobytesASecond:0} |");
        var delay = delays.Count == 0 ? "  |  |" : FormattableString.Invariant($" {DashboardBenchmark.At(delays, 0.5):0} ms | {DashboardBenchmark.At(delays, 0.95):0} ms |");
        DashboardBenchmark.Say($"| {name} | {spent.ServerCores:0.00} (viewers {spent.ViewersCores:0.00}) {cells}{delay}");
    }
}
