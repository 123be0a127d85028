namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>Which operations are served, and how clients may name them; section <c>Gateway:Operations</c>.</summary>
public sealed class OperationOptions
{
    /// <summary>Serves the operations of <see cref="Directory"/> and those that the program itself brings, and refuses all others.</summary>
    public bool OnlyKnown { get; set; }

    /// <summary>
    /// A directory with known operations: documents as <c>*.graphql</c>, and manifests as <c>*.json</c> in the form of
    /// Apollo's persisted query manifest. Null for none. They are checked at start.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>How many characters of documents that clients sent with their hash are kept, the longest unused going first.</summary>
    public int PersistedCharacters { get; set; } = 4_000_000;
}
