#!/bin/sh
# An FFmpeg with GPUs. What goes to a hardware encoder is encoded by x264 or x265, if the GPU has a session left and
# behaves. Each GPU is a directory: "sessions" says how many it bears, "refuse" what it says instead of encoding, and
# "behaviour" what it does wrong and when.
real='@REAL@'
state='@STATE@'

encoder=
gpu=0
for argument in "$@"; do
    case $argument in
        *_nvenc | *_vaapi | *_qsv) encoder=$argument ;;
        vaapi=*) gpu=${argument##*/} ;;
        qsv=*) gpu=${argument##*/} ;;
    esac
done
[ -n "$encoder" ] || exec "$real" "$@"

say() {
    echo "[$encoder @ 0x55fa5d64b300] $1" >&2
}

left=$#
while [ "$left" -gt 0 ]; do
    option=$1
    value=$2
    shift
    left=$((left - 1))
    # Either of the first stream of pictures or of all.
    name=${option%:0}
    case ${name%:v} in
        -gpu | -rc | -cq | -preset | -tune | -spatial-aq | -no-scenecut | -strict_gop | -forced-idr | -global_quality | \
            -adaptive_i | -forced_idr | -idr_interval | -rc_mode | -qp | -b | -init_hw_device | -filter_hw_device)
            shift
            left=$((left - 1))
            [ "${name%:v}" = -gpu ] && gpu=$value
            ;;
        -c)
            shift
            left=$((left - 1))
            case $encoder in
                h264_*) set -- "$@" -c:v:0 libx264 -preset:v:0 ultrafast -threads:v:0 1 ;;
                hevc_*)
                    set -- "$@" -c:v:0 libx265 -preset:v:0 ultrafast -threads:v:0 1 \
                        -x265-params:v:0 log-level=none:pools=none
                    ;;
                *)
                    say 'Codec not supported'
                    say 'No capable devices found'
                    exit 187
                    ;;
            esac
            ;;
        -filter_complex)
            shift
            left=$((left - 1))
            set -- "$@" -filter_complex "$(printf '%s' "$value" | sed 's/,hwupload//')"
            ;;
        *) set -- "$@" "$option" ;;
    esac
done

device=$state/${encoder#*_}-$gpu
if [ ! -d "$device" ]; then
    say 'No capable devices found'
    exit 187
fi
if [ -f "$device/refuse" ]; then
    while read -r line; do say "$line"; done <"$device/refuse"
    exit 187
fi

# A file grows by a byte with each encode: appending is atomic, counting up is not.
printf . >>"$device/count"
count=$(($(wc -c <"$device/count")))

# A driver closes the sessions of processes that are gone.
for old in "$device"/session-*; do
    [ -s "$old/process" ] && ! kill -0 "$(cat "$old/process")" 2>/dev/null && rm -rf "$old"
done
session=
limit=$(cat "$device/sessions")
number=1
while [ "$number" -le "$limit" ]; do
    if mkdir "$device/session-$number" 2>/dev/null; then
        session=$device/session-$number
        echo $$ >"$session/process"
        break
    fi
    number=$((number + 1))
done
if [ -z "$session" ]; then
    echo refused >>"$device/refused"
    say 'OpenEncodeSessionEx failed: out of memory (10): (no details)'
    say 'No capable devices found'
    exit 187
fi
ls -d "$device"/session-* | wc -l >>"$device/open"
child=
trap '[ -n "$child" ] && kill "$child" 2>/dev/null; rm -rf "$session"; exit 143' TERM

behaviour=
[ -f "$device/behaviour" ] && read -r behaviour when <"$device/behaviour"
[ "$when" = all ] || [ "$when" = "$count" ] || behaviour=
case $behaviour in
    fail)
        say 'EncodePicture failed!: generic error (20): (no details)'
        rm -rf "$session"
        exit 187
        ;;
    die)
        rm -rf "$session"
        kill -SEGV $$
        ;;
    hang)
        sleep 600 &
        child=$!
        wait "$child"
        ;;
    wrong)
        # One picture, whatever was asked for.
        for argument in "$@"; do last=$argument; done
        "$real" -v error -y -f lavfi -i color=size=64x64 -frames:v 1 "$last"
        rm -rf "$session"
        exit 0
        ;;
esac

"$real" "$@" &
child=$!
wait "$child"
code=$?
rm -rf "$session"
exit "$code"
