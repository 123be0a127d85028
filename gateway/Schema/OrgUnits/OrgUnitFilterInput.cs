using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.OrgUnits;

internal sealed class OrgUnitFilterInput : InputType<OrgUnitFilter>
{
    public OrgUnitFilterInput()
    {
        Name = "OrgUnitFilterInput";
        Optional<EnumerationGraphType<OrgUnitLevel>>("level");
        Optional<IdGraphType>("parent");
        Optional<EnumerationGraphType<SchoolStage>>("stage");
        Optional<StringGraphType>("nameContains");
        Optional<BooleanGraphType>("synthetic");
    }

    protected override OrgUnitFilter Read(InputMembers members) => new(
        members.ValueOrNull<OrgUnitLevel>("level"),
        members.TextOrNull("parent"),
        members.ValueOrNull<SchoolStage>("stage"),
        members.TextOrNull("nameContains"),
        members.ValueOrNull<bool>("synthetic"));
}
