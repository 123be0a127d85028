using EduAnalytics.Domain.Access;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct AccessTokenSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public string SecretHash;
    [Id(2)] public string Name;
    [Id(3)] public string Role;
    [Id(4)] public OrgUnitId? Unit;
    [Id(5)] public DateTimeOffset CreatedAt;
    [Id(6)] public DateTimeOffset? ExpiresAt;
    [Id(7)] public DateTimeOffset? RevokedAt;
    [Id(8)] public DateTimeOffset? LastUsedAt;
    [Id(9)] public long Revision;
}

[RegisterConverter]
internal sealed class AccessTokenConverter : IConverter<AccessToken, AccessTokenSurrogate>
{
    public AccessToken ConvertFromSurrogate(in AccessTokenSurrogate surrogate) =>
        new(surrogate.Id, surrogate.SecretHash, surrogate.Name, surrogate.Role, surrogate.Unit, surrogate.CreatedAt, surrogate.ExpiresAt)
        {
            RevokedAt = surrogate.RevokedAt,
            LastUsedAt = surrogate.LastUsedAt,
            Revision = surrogate.Revision,
        };

    public AccessTokenSurrogate ConvertToSurrogate(in AccessToken value) => new()
    {
        Id = value.Id,
        SecretHash = value.SecretHash,
        Name = value.Name,
        Role = value.Role,
        Unit = value.Unit,
        CreatedAt = value.CreatedAt,
        ExpiresAt = value.ExpiresAt,
        RevokedAt = value.RevokedAt,
        LastUsedAt = value.LastUsedAt,
        Revision = value.Revision,
    };
}
