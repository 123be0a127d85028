using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Origin;

/// <summary>The file that brought a figure, and the line in it, in words.</summary>
public static class FilePlace
{
    /// <param name="file">Null where the figure came in none.</param>
    /// <param name="line">Null where several lines of the file are meant.</param>
    public static string? Of(string? file, long? line, Visitor visitor) => (file, line) switch
    {
        (null, _) => null,
        ({ } named, null) => string.Format(visitor.Language.Culture, visitor.Texts.Figure.InFile, named),
        ({ } named, { } number) => string.Format(visitor.Language.Culture, visitor.Texts.Figure.InFileAt, named, number),
    };
}
