namespace EduAnalytics.Dashboard.Texts;

/// <summary>Views that a reader keeps under a name.</summary>
public sealed record SavedViewTexts
{
    public required string Title { get; init; }

    /// <summary>{0} how many.</summary>
    public required string All { get; init; }

    public required string Save { get; init; }

    public required string Name { get; init; }

    public required string PinToHome { get; init; }

    /// <summary>{0} the name.</summary>
    public required string SavedAs { get; init; }

    public required string Pin { get; init; }

    public required string Unpin { get; init; }

    public required string CopyAddress { get; init; }

    public required string Delete { get; init; }
}
