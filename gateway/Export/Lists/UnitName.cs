using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Export.Tables;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>What a row says of the unit that it is about.</summary>
internal sealed record UnitName(OrgUnit Unit, ExportLanguage Language)
{
    public string Code => Unit.Id.Code;

    public string Name => new Title(Unit.Name, Unit.NameEn ?? Unit.Name).In(Language);

    public string Level => CodeWords.CodeOf(Unit.Level);
}
