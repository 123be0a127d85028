namespace EduAnalytics.Journal;

/// <summary>The journal was written by a newer program, whose entries this one might misread.</summary>
/// <param name="place">The journal's file or database.</param>
/// <param name="found">Its schema version.</param>
/// <param name="known">The newest version this program knows.</param>
public sealed class JournalSchemaException(string place, long found, long known) : Exception(
    $"The journal '{place}' has schema version {found} and this program knows versions up to {known}: start the newer program, or restore an older copy.")
{
    public long Found { get; } = found;

    public long Known { get; } = known;
}
