using Archive.Cli.Display;
using Archive.Snapshots;

namespace Archive.Cli.Sheets;

/// <summary>Which part of a list is shown, where it is not all of it.</summary>
internal static class PageText
{
    public static void Show<T>(IDisplay display, Page<T> page, string what)
    {
        if (page.Total == 0)
            display.Write($"No {what}.");
        else if (page.Pages > 1)
            display.Write($"Page {page.Number} of {page.Pages}, {page.Total} {what} in all; see --page and --page-size.");
    }
}
