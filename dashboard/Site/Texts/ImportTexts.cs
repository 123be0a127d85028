namespace EduAnalytics.Dashboard.Texts;

/// <summary>The page on which files come in.</summary>
public sealed record ImportTexts
{
    public required string Title { get; init; }

    public required string Introduction { get; init; }

    public required string NoScript { get; init; }

    public required string Choose { get; init; }

    public required string File { get; init; }

    public required string Mapping { get; init; }

    public required string OrgUnit { get; init; }

    public required string Document { get; init; }

    /// <summary>{0} the largest file, in MB.</summary>
    public required string Hint { get; init; }

    /// <summary>{0} the largest file, in MB.</summary>
    public required string TooLarge { get; init; }

    public required string Reading { get; init; }

    public required string Checking { get; init; }

    public required string Unreadable { get; init; }

    public required string Clean { get; init; }

    /// <summary>{0} problems.</summary>
    public required string NotClean { get; init; }

    /// <summary>{0} kind, {1} encoding, {2} row of headings.</summary>
    public required string Understood { get; init; }

    /// <summary>{0} rows, {1} lines.</summary>
    public required string Lines { get; init; }

    /// <summary>{0} total rows, {1} bad rows.</summary>
    public required string LeftOut { get; init; }

    /// <summary>{0} suppressed cells, {1} empty cells.</summary>
    public required string NotGiven { get; init; }

    public required string Skip { get; init; }

    /// <summary>{0} lines.</summary>
    public required string Send { get; init; }

    public required string Sending { get; init; }

    public required string Done { get; init; }

    public required string DoneInPart { get; init; }

    public required string BrokenOff { get; init; }

    /// <summary>{0} lines sent, {1} of all, {2} accepted, {3} known already, {4} refused.</summary>
    public required string Result { get; init; }

    /// <summary>{0} problems.</summary>
    public required string Problems { get; init; }

    /// <summary>{0} problems that are not listed.</summary>
    public required string MoreProblems { get; init; }

    public required string Row { get; init; }

    public required string Column { get; init; }

    public required string Heading { get; init; }

    public required string Given { get; init; }

    public required string Problem { get; init; }

    public required string Expected { get; init; }

    public required string Columns { get; init; }

    public required string Use { get; init; }

    public required string Preview { get; init; }

    /// <summary>Kinds of file by code.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>Uses of columns by code.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Kinds of fault by code.</summary>
    public required IReadOnlyDictionary<string, string> Faults { get; init; }
}
