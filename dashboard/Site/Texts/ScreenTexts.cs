namespace EduAnalytics.Dashboard.Texts;

/// <summary>The words of one language, by screen. <c>{0}</c> and the like are filled in by position.</summary>
public sealed record ScreenTexts
{
    public required ShellTexts Shell { get; init; }

    public required SignInTexts SignIn { get; init; }

    public required FigureTexts Figure { get; init; }

    public required CompareTexts Compare { get; init; }

    public required ReportTexts Report { get; init; }

    public required SavedViewTexts SavedView { get; init; }

    public required UnitTexts Unit { get; init; }

    public required FindingTexts Finding { get; init; }

    public required DropoutTexts Dropout { get; init; }

    public required StandardTexts Standard { get; init; }

    public required LiveTexts Live { get; init; }

    public required ImportTexts Import { get; init; }

    public required PlotTexts Plot { get; init; }

    public required VisualTexts Visual { get; init; }

    public required TroubleTexts Trouble { get; init; }

    /// <summary>What a reader may do, by the gateway's word for it.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>The headings of the indicator groups, by the group's code.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>The units as printed after a number, by the catalogue's word: <c>percent</c> is <c>%</c>.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>The same after a one, of those units that are then called otherwise.</summary>
    public required IReadOnlyDictionary<string, string> UnitsOfOne { get; init; }

    /// <summary>What a school is where it is no ordinary one.</summary>
    public required IReadOnlyDictionary<string, string> Forms { get; init; }

    /// <summary>Why the gateway refused, by its error's code; {0} is the input it named.</summary>
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }

    /// <summary>What a comparison's warning means, by its code.</summary>
    public required IReadOnlyDictionary<string, string> Warnings { get; init; }
}
