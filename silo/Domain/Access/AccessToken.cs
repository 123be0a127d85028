using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Access;

/// <summary>A token by which a program or a person is let in, as the store keeps it: without its secret.</summary>
/// <param name="Id">Names the token in lists and logs. Part of the text that is presented, and no secret.</param>
/// <param name="SecretHash">SHA-256 of the text that is presented, in lower-case hexadecimal digits.</param>
/// <param name="Name">Who or what it was made for, in the words of whoever made it; may be empty.</param>
/// <param name="Role">The role's name in lower case. The store keeps what it does not interpret.</param>
/// <param name="Unit">The unit at and below which the role holds; null for all units.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ExpiresAt">From when on it lets nobody in; null for never.</param>
public sealed record AccessToken(
    string Id,
    string SecretHash,
    string Name,
    string Role,
    OrgUnitId? Unit,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt)
{
    /// <summary>When it was revoked; null while it was not. A revoked token is kept: a log may name it.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it last let someone in, to the hour; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Counts the creations and revocations of all tokens: the one that last touched this token. 0 before it is stored.</summary>
    public long Revision { get; init; }

    /// <summary>Whether it lets anyone in at that moment.</summary>
    public bool HoldsAt(DateTimeOffset moment) => RevokedAt is null && (ExpiresAt is null || moment < ExpiresAt);
}
