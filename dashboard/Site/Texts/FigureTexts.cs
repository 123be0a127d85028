namespace EduAnalytics.Dashboard.Texts;

/// <summary>Words that go with a number wherever it stands.</summary>
public sealed record FigureTexts
{
    public required string Points { get; init; }

    /// <summary>A .NET date format with minutes.</summary>
    public required string MomentFormat { get; init; }

    /// <summary>A .NET date format without a time.</summary>
    public required string DayFormat { get; init; }

    /// <summary>{0}: the day or moment as of which figures are shown.</summary>
    public required string AsOf { get; init; }

    /// <summary>{0}: a day or moment that is not past yet.</summary>
    public required string AsOfToCome { get; init; }

    /// <summary>Back to the figures as they stand.</summary>
    public required string AsOfNow { get; init; }

    /// <summary>Over the field that takes the day.</summary>
    public required string AsOfDay { get; init; }

    public required string Year { get; init; }

    public required string SchoolYear { get; init; }

    public required string FirstHalf { get; init; }

    public required string SecondHalf { get; init; }

    /// <summary>Between the names of a list.</summary>
    public required string ListSeparator { get; init; }

    public required string Colon { get; init; }

    /// <summary>Between sentences: a space in English, nothing in Chinese.</summary>
    public required string SentenceSeparator { get; init; }

    public required string NoData { get; init; }

    /// <summary>Before the names of units that did not answer in time, and are in no number beside it.</summary>
    public required string Silent { get; init; }

    /// <summary>In the place of what one unit's numbers would say.</summary>
    public required string NotAnswering { get; init; }

    public required string Met { get; init; }

    public required string Missed { get; init; }

    public required string NoTarget { get; init; }

    public required string Target { get; init; }

    public required string Value { get; init; }

    public required string Change { get; init; }

    public required string NoChange { get; init; }

    public required string Status { get; init; }

    public required string Basis { get; init; }

    /// <summary>Over the table of what each mark of a plot says. {0}: the plot.</summary>
    public required string EachNumber { get; init; }

    public required string Computed { get; init; }

    public required string Reported { get; init; }

    /// <summary>{0}: the value an authority states beside a computed one.</summary>
    public required string ReportedBeside { get; init; }

    /// <summary>{0} of {1} units have reported.</summary>
    public required string Coverage { get; init; }

    public required string SmallCount { get; init; }

    public required string Complementary { get; init; }

    public required string NotPermitted { get; init; }

    public required string AllStages { get; init; }

    public required string Kindergarten { get; init; }

    public required string Primary { get; init; }

    public required string Junior { get; init; }

    public required string Senior { get; init; }

    public required string Stage { get; init; }

    public required string Period { get; init; }

    public required string Indicator { get; init; }

    public required string Source { get; init; }

    public required string Origin { get; init; }

    /// <summary>{0} indicator, {1} unit, {2} period.</summary>
    public required string OriginOf { get; init; }

    public required string Formula { get; init; }

    public required string Parts { get; init; }

    public required string Measure { get; init; }

    public required string Submissions { get; init; }

    public required string Document { get; init; }

    public required string Section { get; init; }

    public required string RecordedAt { get; init; }

    public required string Submission { get; init; }

    /// <summary>{0} a file's name.</summary>
    public required string InFile { get; init; }

    /// <summary>{0} a file's name, {1} the line in it.</summary>
    public required string InFileAt { get; init; }

    /// <summary>Of a formula in a formula; {0} what varies.</summary>
    public required string FormulaVariation { get; init; }

    /// <summary>Stands after the spread that is taken.</summary>
    public required string FormulaOverSchools { get; init; }

    /// <summary>{0} how many.</summary>
    public required string FormulaMeanOfCoefficients { get; init; }

    /// <summary>{0} how many.</summary>
    public required string FormulaLargestOfCoefficients { get; init; }

    /// <summary>{0} how many.</summary>
    public required string FormulaMeanOfValues { get; init; }

    /// <summary>{0} how many.</summary>
    public required string FormulaLargestOfValues { get; init; }

    /// <summary>{0} the indicators.</summary>
    public required string FormulaTargetsMet { get; init; }

    /// <summary>{0} how many indicators meet their target, {1} of how many.</summary>
    public required string FormulaMetOfAll { get; init; }

    /// <summary>{0} what changed since the year before.</summary>
    public required string FormulaChange { get; init; }

    /// <summary>Instead of a formula.</summary>
    public required string FormulaStated { get; init; }

    public required string NoParts { get; init; }

    /// <summary>In their place where there is no value.</summary>
    public required string NothingToPart { get; init; }

    public required string NoSources { get; init; }

    /// <summary>{0} how many are not listed.</summary>
    public required string MoreSources { get; init; }

    /// <summary>{0} how many of a submission's lines count here.</summary>
    public required string SourceLines { get; init; }

    public required string EnrolmentEvents { get; init; }

    public required string FitnessResults { get; init; }

    /// <summary>{0} units searched of {1}.</summary>
    public required string UnitsSearched { get; init; }

    public required string Definition { get; init; }

    public required string Close { get; init; }

    public required string CopyQuery { get; init; }

    public required string QueryTitle { get; init; }

    public required string Variables { get; init; }

    public required string Copied { get; init; }

    public required string TryQuery { get; init; }
}
