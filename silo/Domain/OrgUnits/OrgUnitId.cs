using System.Diagnostics.CodeAnalysis;

namespace EduAnalytics.Domain.OrgUnits;

/// <summary>
/// The code by which an org unit is known: GB/T 2260 for cities and districts (<c>230404</c>), that code and a short name
/// for schools (<c>230404-yifu-primary</c>). 1 to 64 lower-case letters, digits and hyphens.
/// </summary>
public readonly record struct OrgUnitId
{
    private const int LongestCode = 64;

    private readonly string? code;

    private OrgUnitId(string code) => this.code = code;

    /// <summary>The code as sent and shown; empty only for a default instance, which names no unit.</summary>
    public string Code => code ?? "";

    public static OrgUnitId Parse(string text) =>
        TryParse(text, out var id, out var reason) ? id : throw new FormatException(reason);

    /// <summary>False with the reason, as a sentence for the sender, where <paramref name="text"/> is no code.</summary>
    public static bool TryParse(string? text, out OrgUnitId id, [NotNullWhen(false)] out string? reason)
    {
        id = default;
        if (string.IsNullOrEmpty(text) || text.Length > LongestCode)
        {
            reason = $"An org unit's code has 1 to {LongestCode} characters.";
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                reason = $"An org unit's code consists of lower-case letters, digits and hyphens; '{text}' does not.";
                return false;
            }
        }

        id = new OrgUnitId(text);
        reason = null;
        return true;
    }

    public override string ToString() => Code;
}
