using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct OrgUnitIdSurrogate
{
    [Id(0)] public string Code;
}

[RegisterConverter]
internal sealed class OrgUnitIdConverter : IConverter<OrgUnitId, OrgUnitIdSurrogate>
{
    public OrgUnitId ConvertFromSurrogate(in OrgUnitIdSurrogate surrogate) => OrgUnitId.Parse(surrogate.Code);

    public OrgUnitIdSurrogate ConvertToSurrogate(in OrgUnitId value) => new() { Code = value.Code };
}

[GenerateSerializer]
internal struct OrgUnitSurrogate
{
    [Id(0)] public OrgUnitId Id;
    [Id(1)] public string Name;
    [Id(2)] public string? NameEn;
    [Id(3)] public OrgUnitLevel Level;
    [Id(4)] public OrgUnitId? Parent;
    [Id(5)] public ImmutableArray<SchoolStage> Stages;
    [Id(6)] public bool Synthetic;
    [Id(7)] public SchoolForm? Form;
}

[RegisterConverter]
internal sealed class OrgUnitConverter : IConverter<OrgUnit, OrgUnitSurrogate>
{
    public OrgUnit ConvertFromSurrogate(in OrgUnitSurrogate surrogate) => new(surrogate.Id, surrogate.Name, surrogate.NameEn, surrogate.Level, surrogate.Parent, surrogate.Stages, surrogate.Synthetic) { Form = surrogate.Form };

    public OrgUnitSurrogate ConvertToSurrogate(in OrgUnit value) => new() { Id = value.Id, Name = value.Name, NameEn = value.NameEn, Level = value.Level, Parent = value.Parent, Stages = value.Stages, Synthetic = value.Synthetic, Form = value.Form };
}

[GenerateSerializer]
internal struct OrgUnitTreeSurrogate
{
    [Id(0)] public ImmutableArray<OrgUnit> All;
    [Id(1)] public long Version;
}

[RegisterConverter]
internal sealed class OrgUnitTreeConverter : IConverter<OrgUnitTree, OrgUnitTreeSurrogate>
{
    public OrgUnitTree ConvertFromSurrogate(in OrgUnitTreeSurrogate surrogate) => new(surrogate.All, surrogate.Version);

    public OrgUnitTreeSurrogate ConvertToSurrogate(in OrgUnitTree value) => new() { All = value.All, Version = value.Version };
}
