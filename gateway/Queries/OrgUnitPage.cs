using System.Collections.Immutable;
using System.Text;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries;

/// <summary>Where a page stands in its list.</summary>
public interface IPage
{
    bool HasPreviousPage { get; }

    bool HasNextPage { get; }

    string? StartCursor { get; }

    string? EndCursor { get; }
}

/// <summary>A part of a list of org units.</summary>
/// <param name="TotalCount">The length of the whole list.</param>
/// <param name="Skipped">How many units of the list come before the page.</param>
public sealed record OrgUnitPage(ImmutableArray<OrgUnit> Nodes, int TotalCount, int Skipped) : IPage
{
    public bool HasPreviousPage => Skipped > 0;

    public bool HasNextPage => Skipped + Nodes.Length < TotalCount;

    public string? StartCursor => Nodes is [var first, ..] ? CursorOf(first) : null;

    public string? EndCursor => Nodes is [.., var last] ? CursorOf(last) : null;

    /// <summary>
    /// A cursor names its unit and not a position, and what lists are sorted by: a unit registered meanwhile neither repeats
    /// nor hides another, nor does one that was renamed. Encoded so that nobody builds one by hand.
    /// </summary>
    public static string CursorOf(OrgUnit unit) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{unit.Id} {unit.Name}"));

    /// <summary>The code and the name in a cursor; null where it is none.</summary>
    public static (string Id, string Name)? ReadCursor(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(' ', 2) is [var id, var name]
            ? (id, name)
            : null;
    }
}
