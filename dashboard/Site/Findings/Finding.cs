using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Findings;

public enum Severity
{
    Info,
    Warning,
    Critical,
}

/// <summary>Something that contradicts, jumps or breaks a bound, as the gateway tells it.</summary>
/// <param name="Id">Names it, whatever its numbers.</param>
/// <param name="Period">Null where the finding is about no one period.</param>
/// <param name="Subject">The code of the measure or indicator that was looked at.</param>
/// <param name="Sources">Where the stated figures in it come from; empty where all were counted from records.</param>
/// <param name="Values">The numbers side by side; asked for in lists only.</param>
/// <param name="Numbers">The values, each with what it is and where it came from; asked for in lists only.</param>
/// <param name="Acknowledgement">Null while it is open.</param>
/// <param name="OrgUnit">The unit it is about; asked for in lists only, since a unit's page knows.</param>
public sealed record Finding(
    string Id,
    string Rule,
    Severity Severity,
    string Message,
    string MessageEn,
    string? Period,
    string Subject,
    FindingRule Definition,
    IReadOnlyList<FindingSource> Sources,
    IReadOnlyList<decimal>? Values = null,
    SchoolStage? Stage = null,
    OrgUnit? OrgUnit = null,
    Acknowledgement? Acknowledgement = null,
    IReadOnlyList<FindingNumber>? Numbers = null);

/// <summary>How a number of a finding came about.</summary>
public enum FindingNumberKind
{
    Stated,
    Computed,
    Target,
    Others,
}

/// <summary>One of the numbers that a finding sets side by side.</summary>
/// <param name="Label">What it is, in Chinese.</param>
/// <param name="Unit">The catalogue's word for its unit; null for a plain number.</param>
/// <param name="SetBy">The policy document that sets a target; null for other numbers.</param>
/// <param name="Indicator">Under which it can be explained; null where none is.</param>
/// <param name="Sources">The statements that it is or rests on.</param>
public sealed record FindingNumber(
    string Label,
    string LabelEn,
    decimal Value,
    string? Unit,
    FindingNumberKind Kind,
    string? Period,
    SchoolStage? Stage,
    string? SetBy,
    ExplainedIndicator? Indicator,
    IReadOnlyList<FindingSource> Sources);

public sealed record ExplainedIndicator(string Code);

/// <summary>Somebody's word that it is known, with the numbers it has.</summary>
/// <param name="By">Who said so; null for a reader who is none of the unit's staff.</param>
/// <param name="Note">Null for a reader who is none of the unit's staff.</param>
public sealed record Acknowledgement(string? By, string? Note, DateTimeOffset At);

public enum FindingState
{
    Open,
    Acknowledged,
}

/// <summary>The rule: what it is called, and why a reader must be told.</summary>
public sealed record FindingRule(string Name, string NameEn, string Why, string WhyEn);

/// <param name="File">The file or stream that brought it; null where it came in none, and where that is not asked for.</param>
/// <param name="Line">Its line, counted from 1; null where several are meant.</param>
/// <param name="OrgUnit">Who sent it; asked for in lists only.</param>
public sealed record FindingSource(
    string Document, string? Section, string? Quote, string SubmissionId, DateTimeOffset RecordedAt,
    string? File = null, long? Line = null, OrgUnit? OrgUnit = null);
