using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>A comparison to be taken out as a file.</summary>
/// <param name="Units">Org unit ids.</param>
/// <param name="From">The first period's code.</param>
/// <param name="To">The last period's code.</param>
/// <param name="AsOf">A past moment; null for now.</param>
public sealed record ExportView(
    IReadOnlyList<string> Units, string Indicator, SchoolStage? Stage, string From, string To, PastMoment? AsOf = null)
{
    /// <summary>The unit whose children they are, where <see cref="Units"/> names none; null else.</summary>
    public string? Parent { get; init; }
}
