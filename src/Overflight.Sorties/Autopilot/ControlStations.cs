using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>Which station holds control: always exactly one. It passes by an offer that the other accepts before it lapses.</summary>
public sealed class ControlStations
{
    private readonly Dictionary<string, ControlStation> _stations;
    private UtcInstant _lapses;

    /// <summary>Makes the set; the first holds control.</summary>
    /// <exception cref="InvalidDataException">There is none, two have one id, a level is not 1 to 5, or the first may not command.</exception>
    public ControlStations(IReadOnlyList<ControlStation> stations)
    {
        ArgumentNullException.ThrowIfNull(stations);
        FieldCheck.That(stations.Count >= 1, "stations", "needs one at least");
        for (var i = 0; i < stations.Count; i++)
        {
            FieldCheck.Between($"stations[{i}].interoperabilityLevel", stations[i].InteroperabilityLevel, 1, 5);
            FieldCheck.That(stations.Take(i).All(s => s.Id != stations[i].Id), $"stations[{i}].id", $"\"{stations[i].Id}\" is there twice");
        }
        FieldCheck.That(stations[0].InteroperabilityLevel >= 4, "stations[0].interoperabilityLevel", "the station that begins with control needs level 4 or 5");
        _stations = stations.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Holder = stations[0];
    }

    /// <summary>The station that holds control.</summary>
    public ControlStation Holder { get; private set; }

    /// <summary>The station that control is offered to.</summary>
    public ControlStation? OfferedTo { get; private set; }

    /// <summary>Why a station may not give a command; null where it may.</summary>
    internal string? Refusal(SortieCommand command)
    {
        if (!_stations.TryGetValue(command.By, out var station))
            return $"there is no station \"{command.By}\"";
        if (command is AcceptControlCommand or DeclineControlCommand)
            return OfferedTo == station ? null : $"control is not offered to {station.Id}";
        if (station != Holder)
            return $"{Holder.Id} holds control, not {station.Id}";
        return station.InteroperabilityLevel < command.NeededLevel
            ? $"{station.Id} has interoperability level {station.InteroperabilityLevel}; {command.Name} needs {command.NeededLevel}"
            : null;
    }

    /// <summary>Offers control. Returns why not; null where it is offered.</summary>
    internal string? Offer(OfferControlCommand offer, UtcInstant now)
    {
        if (!_stations.TryGetValue(offer.To, out var station))
            return $"there is no station \"{offer.To}\"";
        if (station == Holder)
            return $"{station.Id} holds control already";
        if (station.InteroperabilityLevel < 4)
            return $"{station.Id} has interoperability level {station.InteroperabilityLevel}; control needs 4";
        if (!(offer.TimeoutSeconds is >= 1 and <= 3600))
            return "an offer stands for 1 to 3,600 seconds";
        if (OfferedTo is { } other)
            return $"control is offered to {other.Id} already";
        OfferedTo = station;
        _lapses = now.AddSeconds(offer.TimeoutSeconds);
        return null;
    }

    internal void Accept() => (Holder, OfferedTo) = (OfferedTo!, null);

    internal void Decline() => OfferedTo = null;

    /// <summary>Ends an offer that was not answered in time; returns whom it was made to.</summary>
    internal ControlStation? Lapse(UtcInstant now)
    {
        if (OfferedTo is not { } offered || now < _lapses)
            return null;
        OfferedTo = null;
        return offered;
    }
}
