namespace EduAnalytics.Dashboard.Shell;

/// <summary>Light or dark; <see cref="Auto"/> follows the reader's system.</summary>
public enum Theme
{
    Auto,
    Light,
    Dark,
}
