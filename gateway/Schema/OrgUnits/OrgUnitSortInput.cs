using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Schema.OrgUnits;

internal sealed class OrgUnitSortInput : InputType<OrgUnitSort>
{
    public OrgUnitSortInput()
    {
        Name = "OrgUnitSortInput";
        Optional<SortDirectionType>("name");
        Optional<SortDirectionType>("id");
    }

    protected override OrgUnitSort Read(InputMembers members) =>
        new(members.ValueOrNull<SortDirection>("name"), members.ValueOrNull<SortDirection>("id"));
}
