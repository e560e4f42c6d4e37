using Overflight.Airspace.Watching;
using Overflight.Dossiers;
using Overflight.Dossiers.Alerts;

namespace Overflight.Cli.Watch;

/// <summary>Alerts as lines, each written out at once: sentences for people, JSON objects for machines.</summary>
internal sealed class AlertLines(Stream output, bool asJson, bool useColour) : IAlertOutput
{
    public void Tell(WatchAlert alert)
    {
        if (asJson)
        {
            output.Write(AlertJson.Of(alert));
            output.WriteByte((byte)'\n');
        }
        else
            output.Write(System.Text.Encoding.UTF8.GetBytes(Line(alert, useColour) + "\n"));
        output.Flush();
    }

    public static string Line(WatchAlert alert, bool useColour)
    {
        var (mark, colour) = Look(alert);
        var label = $"{mark} {alert.Airspace,-4} {Names.Of(alert.Kind),-16}";
        return $"{Wording.Clock(alert.Time)}  {(useColour ? colour + label + "\u001b[0m" : label)} {AlertSentence.Of(alert)}";
    }

    public void Dispose()
    {
    }

    private static (string Mark, string Colour) Look(WatchAlert alert) => alert.Kind switch
    {
        WatchAlertKind.Entered => ("●", "\u001b[38;5;208m"),
        WatchAlertKind.MayHaveEntered or WatchAlertKind.Silent or WatchAlertKind.IntegrityLost => ("◐", "\u001b[38;5;179m"),
        WatchAlertKind.FlightEnded => alert.Flight!.Verdicts[0].Kind switch
        {
            Airspace.AirspaceVerdictKind.Entered => ("●", "\u001b[38;5;208m"),
            Airspace.AirspaceVerdictKind.CannotBeRuledOut => ("◐", "\u001b[38;5;179m"),
            _ => ("○", "\u001b[38;5;79m"),
        },
        _ => ("○", "\u001b[38;5;79m"),
    };
}
