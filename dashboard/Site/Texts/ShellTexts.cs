namespace EduAnalytics.Dashboard.Texts;

/// <summary>The frame around every page.</summary>
public sealed record ShellTexts
{
    public required string Product { get; init; }

    public required string SkipToContent { get; init; }

    public required string Navigation { get; init; }

    public required string Compare { get; init; }

    public required string Report { get; init; }

    public required string Live { get; init; }

    public required string Standards { get; init; }

    public required string Findings { get; init; }

    public required string Import { get; init; }

    public required string Settings { get; init; }

    /// <summary>Names the other language in that language.</summary>
    public required string OtherLanguage { get; init; }

    public required string ThemeAuto { get; init; }

    public required string ThemeLight { get; init; }

    public required string ThemeDark { get; init; }

    public required string Footer { get; init; }

    public required string Synthetic { get; init; }

    public required string SyntheticExplained { get; init; }

    public required string GraphQLLink { get; init; }

    public required string Disconnected { get; init; }

    public required string DisconnectedForGood { get; init; }

    public required string Reload { get; init; }

    public required string NotFoundTitle { get; init; }

    public required string NotFoundBody { get; init; }

    public required string BackToCompare { get; init; }

    public required string Loading { get; init; }
}
