namespace EduAnalytics.Cli.Up;

/// <summary>Where the samples lie.</summary>
internal sealed record SampleDirectory(string Path);
