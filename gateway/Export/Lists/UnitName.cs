using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Export.Tables;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>What a row says of the unit that it is about.</summary>
internal sealed record UnitName(OrgUnit Unit, ExportLanguage Language)
{
    public string Code => Unit.Id.Code;

    public string Name => new Title(Unit.Name, Unit.NameEn ?? Unit.Name).In(Language);

    public string Level => CodeWords.CodeOf(Unit.Level);

    /// <summary>The two columns by which every list says whose row it is.</summary>
    /// <param name="at">The unit of a row.</param>
    public static IEnumerable<ExportColumn> Columns(Func<int, UnitName> at) =>
    [
        new ExportColumn.Text("org_unit", new("单元代码", "Org unit"), i => at(i).Code),
        new ExportColumn.Text("org_unit_name", new("单元名称", "Org unit name"), i => at(i).Name),
    ];
}
