using System.Diagnostics;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>A trace that a caller begins, and its header as W3C writes it.</summary>
internal sealed record NewTrace(string Id, string Span)
{
    public static NewTrace Begin() => new(ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());

    public string Header => $"00-{Id}-{Span}-01";
}
