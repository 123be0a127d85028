namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>One unit's number on roll with the version it was counted at. Students are only added, so neither can fall.</summary>
internal readonly record struct Total(long Version, decimal OnRoll)
{
    public bool IsOlderThan(Total other) => Version < other.Version || OnRoll < other.OnRoll;

    public override string ToString() => $"version {Version} with {OnRoll}";
}
