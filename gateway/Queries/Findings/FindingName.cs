using System.Text;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using Microsoft.AspNetCore.WebUtilities;

namespace EduAnalytics.Gateway.Queries.Findings;

/// <summary>
/// A finding's id as it leaves and comes back: opaque to readers, and made of what makes the finding the same one. It holds no
/// number, since the numbers may be withheld from who reads the id.
/// </summary>
public static class FindingName
{
    private const char Separator = ' ';
    private const string AllStages = "-";

    public static string Of(FindingId id) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(
        string.Join(Separator, id.Rule, id.OrgUnit.Code, id.Period, id.Stage?.ToString() ?? AllStages, id.Subject)));

    /// <summary>Null for a text that names no finding, also none that has gone.</summary>
    public static FindingId? Read(string name)
    {
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(name)).Split(Separator);
        }
        catch (FormatException)
        {
            return null;
        }

        if (parts is not [{ Length: > 0 } rule, var unit, var period, var stage, { Length: > 0 } subject]
            || !OrgUnitId.TryParse(unit, out var orgUnit, out _)
            || !Period.TryParse(period, out var about, out _))
            return null;
        if (stage == AllStages)
            return new FindingId(rule, orgUnit, about, null, subject);
        return Enum.TryParse<SchoolStage>(stage, out var known) && Enum.IsDefined(known) ? new FindingId(rule, orgUnit, about, known, subject) : null;
    }
}
