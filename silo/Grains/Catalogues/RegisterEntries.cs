using System.Collections.Immutable;
using EduAnalytics.Domain.Schools.Register;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads <c>register.yaml</c>.</summary>
internal static class RegisterEntries
{
    public static Entries<RegisterReason> Read(ImmutableArray<YamlEntry> entries)
    {
        var reasons = new Entries<RegisterReason>("reason");
        foreach (var entry in entries)
        {
            var (code, named) = reasons.Name(entry, CodeForm.Phrase);
            reasons.Add(code, new RegisterReason(
                code,
                named.Text("name", "the Chinese name"),
                named.Text("name_en", "the English name"),
                named.Word<ReasonMeaning>("means")));
            named.RefuseOtherKeys();
        }

        return reasons;
    }
}
