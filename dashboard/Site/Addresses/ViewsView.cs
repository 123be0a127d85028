namespace EduAnalytics.Dashboard.Addresses;

/// <summary>The list of saved views, with what became of the last change of them.</summary>
public sealed record ViewsView
{
    /// <summary>Why a change was not made, as a code; null where none was asked for, or where it was made.</summary>
    public string? Refusal { get; init; }

    /// <summary>The id of the view that was just saved; null where none was.</summary>
    public string? Saved { get; init; }
}
