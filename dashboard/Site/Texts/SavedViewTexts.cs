namespace EduAnalytics.Dashboard.Texts;

/// <summary>Views that a reader keeps under a name.</summary>
public sealed record SavedViewTexts
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    /// <summary>Whose they are where nobody need sign in.</summary>
    public required string Shared { get; init; }

    public required string PinnedTitle { get; init; }

    /// <summary>The link to the list.</summary>
    public required string All { get; init; }

    public required string EmptyTitle { get; init; }

    public required string EmptyBody { get; init; }

    public required string Save { get; init; }

    public required string Name { get; init; }

    public required string PinToHome { get; init; }

    /// <summary>{0} the name.</summary>
    public required string SavedAs { get; init; }

    public required string BackToView { get; init; }

    public required string Pin { get; init; }

    public required string Unpin { get; init; }

    public required string CopyAddress { get; init; }

    public required string Rename { get; init; }

    public required string Delete { get; init; }

    /// <summary>{0} the name.</summary>
    public required string DeleteAsk { get; init; }

    /// <summary>What a view of a unit's page is called.</summary>
    public required string UnitPage { get; init; }

    /// <summary>{0} how many.</summary>
    public required string Units { get; init; }

    /// <summary>For a code without words of its own: {0} the code.</summary>
    public required string Refused { get; init; }

    /// <summary>Why a change was not made, by code.</summary>
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }

    public string RefusalOf(string code, Language language) =>
        Refusals.TryGetValue(code, out var words) ? words : string.Format(language.Culture, Refused, code);
}
